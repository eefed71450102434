namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>The range of calls to reprice, by start time.</summary>
/// <param name="DryRun">Report what would change without writing.</param>
internal sealed record RepriceRequest(DateTime From, DateTime To, bool DryRun);
