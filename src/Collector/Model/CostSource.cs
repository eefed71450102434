namespace Tidemark.Collector.Model;

/// <summary>Who said what the operation cost. The numbers are stored: never renumber.</summary>
internal enum CostSource : short
{
    Reported = 1,
    Computed = 2,
}
