using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>All dialects. The first that an item's marks point to and that can tell what the item is reads it.</summary>
internal static class DialectCatalogue
{
    public static readonly IReadOnlyList<Dialect> All =
    [
        GenAi.Dialect,
        Common.Dialect,
        Services.Dialect,
    ];
}
