namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>Which calls to price again, by their start.</summary>
/// <param name="DryRun">Report what would change, and change nothing.</param>
internal sealed record RepriceRequest(DateTime From, DateTime To, bool DryRun);
