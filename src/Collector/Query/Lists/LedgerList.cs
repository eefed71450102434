namespace Tidemark.Collector.Query.Lists;

internal static class LedgerList
{
    public static ListDefinition Definition { get; } = new()
    {
        Name = "ledger",
        Summary = "What came in, by minute, source and signal, and what became of it",
        View = "tidemark.ledger",
        DefaultSort = "-minute",
        Key = new Sort("who", "source || ' ' || signal", "text"),
        Sorts = [Sort.Time("minute")],
        Filters =
        [
            Filter.Of("source", "source", "Who sent it: the name of the key"),
            Filter.Of("signal", "signal", "Signal", ["traces", "metrics", "logs"]),
            new("from", FilterKind.Time, "minute >= @from", "At or after this moment"),
            new("to", FilterKind.Time, "minute < @to", "Before this moment"),
        ],
        Columns =
        [
            new("minute", ColumnKind.Time, "Minute of arrival"),
            new("source", ColumnKind.Text, "Who sent it: the name of the key"),
            new("signal", ColumnKind.Text, "traces, metrics or logs"),
            new("received", ColumnKind.Integer, "Items received"),
            new("stored", ColumnKind.Integer, "Stored"),
            new("duplicate", ColumnKind.Integer, "Seen before"),
            new("rejected", ColumnKind.Integer, "Rejected permanently"),
            new("ignored", ColumnKind.Integer, "Valid, but nothing for this product"),
            new("unpriced", ColumnKind.Integer, "Model calls without a price"),
            new("content_dropped", ColumnKind.Integer, "Values of message content that were dropped"),
            new("waiting", ColumnKind.Integer, "Not settled yet"),
            new("conflict", ColumnKind.Integer, "Of the duplicates: operations that came again with other numbers"),
        ],
    };
}
