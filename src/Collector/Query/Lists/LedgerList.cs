namespace Tidemark.Collector.Query.Lists;

internal static class LedgerList
{
    public static ListDefinition Definition { get; } = new()
    {
        Name = "ledger",
        Summary = "Items received by minute, source and signal, and their outcome",
        View = "tidemark.ledger",
        DefaultSort = "-minute",
        Key = new Sort("who", "source || ' ' || signal", "text"),
        Sorts = [Sort.Time("minute")],
        Filters =
        [
            Filter.Of("source", "source", "The sender: the name of its key"),
            Filter.Of("signal", "signal", "Signal", ["traces", "metrics", "logs"]),
            new("from", FilterKind.Time, "minute >= @from", "At or after this moment"),
            new("to", FilterKind.Time, "minute < @to", "Before this moment"),
        ],
        Columns =
        [
            new("minute", ColumnKind.Time, "Minute of arrival"),
            new("source", ColumnKind.Text, "The sender: the name of its key"),
            new("signal", ColumnKind.Text, "traces, metrics or logs"),
            new("received", ColumnKind.Integer, "Items received"),
            new("stored", ColumnKind.Integer, "Stored"),
            new("duplicate", ColumnKind.Integer, "Seen before"),
            new("rejected", ColumnKind.Integer, "Rejected permanently"),
            new("ignored", ColumnKind.Integer, "Valid, but not recognised by any rule"),
            new("unpriced", ColumnKind.Integer, "Model calls without a price"),
            new("content_dropped", ColumnKind.Integer, "Dropped values of message content"),
            new("waiting", ColumnKind.Integer, "Not settled yet"),
            new("conflict", ColumnKind.Integer, "Duplicates with different numbers"),
        ],
    };
}
