namespace Tidemark.Instrumentation.Export;

/// <summary>Batching of items into requests; times in milliseconds.</summary>
internal readonly record struct BatchSettings(int MaxQueueSize, int ScheduleDelay, int Timeout, int MaxBatchSize);
