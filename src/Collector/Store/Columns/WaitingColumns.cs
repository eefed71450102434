using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_unsettled_events.sql</c>.</summary>
internal static class WaitingColumns
{
    public static ColumnSet<(WaitingEvent Event, int Series)> DueAt(DateTime due, DateTime minute, short slot) =>
        OperationColumns.Of<(WaitingEvent Event, int Series)>(row => row.Event.Operation, row => row.Series)
            .Timestamp(_ => due)
            .Timestamp(_ => minute)
            .Text(row => row.Event.Source)
            .Int16(row => row.Event.Signal)
            .Int16(_ => slot);
}
