using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>All formats. Each response has an instance of its own, as they keep state.</summary>
internal static class RowFormats
{
    public static IRowFormat Create(ListFormat format) => format switch
    {
        ListFormat.Csv => new CsvFormat(),
        ListFormat.Ndjson => new NdjsonFormat(),
        _ => new JsonPageFormat(),
    };
}
