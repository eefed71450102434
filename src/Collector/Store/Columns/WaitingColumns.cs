using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_unsettled_events.sql</c>.</summary>
internal static class WaitingColumns
{
    /// <summary>For the statement's text.</summary>
    public static ColumnSet<(WaitingEvent Event, NumberedOperation Operation)> All { get; } = DueAt(default, default, 0);

    public static ColumnSet<(WaitingEvent Event, NumberedOperation Operation)> DueAt(DateTime due, DateTime minute, short slot) =>
        OperationColumns.Of<(WaitingEvent Event, NumberedOperation Operation)>(row => row.Operation)
            .Timestamp(_ => due, "due_at")
            .Timestamp(_ => minute, "ledger_minute")
            .Text(row => row.Event.Source, "ledger_source")
            .Int16(row => row.Event.Signal, "ledger_signal")
            .Int16(_ => slot, "ledger_shard");
}
