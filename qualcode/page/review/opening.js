/* The beginning: what the page brought along, and where one was before. */

data.rows.forEach(addRow);
showProgress();
const last = recall(`at:${place}`, null);
if (data.stops) {
  if (data.stops.length) stopAt(last && data.stops[last.stop] ? last.stop : 0);
} else if (last && last.id && rows.has(last.id)) goTo({ row: rows.get(last.id) });
else if (last && last.span && findPassage(last.span)) goTo({ span: last.span, passage: findPassage(last.span) });
