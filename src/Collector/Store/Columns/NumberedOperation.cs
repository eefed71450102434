using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Store.Columns;

/// <summary>An operation with the numbers of its series and traits.</summary>
internal readonly record struct NumberedOperation(Operation Operation, int Series, StoredTraits Traits);
