namespace Tidemark.Instrumentation.Export;

/// <summary>How items are gathered into requests; times in milliseconds.</summary>
internal readonly record struct BatchSettings(int MaxQueueSize, int ScheduleDelay, int Timeout, int MaxBatchSize);
