namespace Tidemark.Collector.Model.Operations;

/// <summary>A price as stored in the database; USD per million tokens.</summary>
internal sealed record ModelPrice(
    string Provider,
    string Model,
    DateTime ValidFrom,
    decimal InputUsd,
    decimal OutputUsd,
    decimal CacheReadUsd,
    decimal CacheWriteUsd,
    int? ContextMax,
    string Source);
