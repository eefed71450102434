using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Sessions;

/// <summary>A stored inference of a session, as the fold needs it when an earlier one arrives late.</summary>
/// <remarks>
/// Simultaneous inferences are ordered by model, so that the latest of them can be determined from a row that keeps only time
/// and model.
/// </remarks>
internal readonly record struct Turn(DateTime StartedAt, SpanId SpanId, string Model) : IComparable<Turn>
{
    public int CompareTo(Turn other)
    {
        var order = StartedAt.CompareTo(other.StartedAt);
        if (order == 0) order = string.CompareOrdinal(Model, other.Model);
        return order == 0 ? SpanId.CompareTo(other.SpanId) : order;
    }
}
