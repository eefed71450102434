using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>An operation beside its series' number.</summary>
internal readonly record struct NumberedOperation(Operation Operation, int Series);
