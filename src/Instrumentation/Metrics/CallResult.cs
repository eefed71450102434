namespace Tidemark.Instrumentation.Metrics;

/// <summary>The result of a model call, as its metrics record it.</summary>
internal readonly record struct CallResult(double Seconds, TokenUsage Usage, string? ResponseModel, string? ErrorType);
