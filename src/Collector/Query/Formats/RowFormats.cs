using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>The formats that there are. Each answer has its own: they hold what they have begun.</summary>
internal static class RowFormats
{
    public static IRowFormat Create(ListFormat format) => format switch
    {
        ListFormat.Csv => new CsvFormat(),
        ListFormat.Ndjson => new NdjsonFormat(),
        _ => new JsonPageFormat(),
    };
}
