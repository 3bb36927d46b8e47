"""What displays, tables and tactics share: which codings count, how they are quoted, named and accounted for."""
