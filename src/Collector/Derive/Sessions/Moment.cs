using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Something that happens in a session, at its event time.</summary>
internal readonly record struct Moment(DateTime At, MomentKind Kind, Operation? Operation = null, SessionNotice? Notice = null) : IComparable<Moment>
{
    /// <summary>At the same instant: by kind, operations by the values that rows keep of them (see <see cref="Turn"/>), then by id.</summary>
    public int CompareTo(Moment other)
    {
        var order = At.CompareTo(other.At);
        if (order == 0) order = (byte)Kind - (byte)other.Kind; // an enum's own CompareTo boxes both
        if (order != 0 || Operation is null || other.Operation is null) return order;

        order = string.CompareOrdinal(Operation.Series.Model, other.Operation.Series.Model);
        return order == 0 ? Operation.Key.CompareTo(other.Operation.Key) : order;
    }
}
