namespace Tidemark.Collector.Model;

/// <summary>A row of the price book as the database shows it; USD per million tokens.</summary>
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
