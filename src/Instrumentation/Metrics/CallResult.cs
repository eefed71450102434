namespace Tidemark.Instrumentation.Metrics;

/// <summary>What came of a model call, as its metrics tell it.</summary>
internal readonly record struct CallResult(double Seconds, TokenUsage Usage, string? ResponseModel, string? ErrorType);
