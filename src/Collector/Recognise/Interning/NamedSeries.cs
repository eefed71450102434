using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>An operation's series as sent, and the one it is rolled up in.</summary>
/// <param name="Named">With all values as sent.</param>
/// <param name="Limited">With <c>__other__</c> for values over their limit; null = there are none.</param>
/// <param name="Overflow">The dimensions with such values.</param>
internal readonly record struct NamedSeries(Series Named, Series? Limited, SeriesOverflow Overflow);
