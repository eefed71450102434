namespace Tidemark.Collector.Model.Rollups;

/// <summary>The numbers of one model in the last minute.</summary>
internal sealed record ModelNumbers(string Model, double OperationsPerSecond, double TokensPerSecond, double CostPerHour, double ErrorRatio, double? P95Ms);
