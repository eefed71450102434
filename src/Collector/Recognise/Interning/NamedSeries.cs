using Tidemark.Collector.Model;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>An operation's series as its sender names it, and the one whose rollups it counts in.</summary>
/// <param name="Named">With every value as sent.</param>
/// <param name="Limited">With <c>__other__</c> for values beyond their limit; null = there are none.</param>
/// <param name="Overflow">Which dimensions have one.</param>
internal readonly record struct NamedSeries(Series Named, Series? Limited, SeriesOverflow Overflow);
