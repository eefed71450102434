namespace Tidemark.Collector.Model.Operations;

/// <summary>Where a cost comes from. The numbers are stored: never renumber.</summary>
internal enum CostSource : short
{
    Reported = 1,
    Computed = 2,
}
