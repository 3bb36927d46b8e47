"""What results were made from: written into log and manifest, held against the files, and made again from there."""
