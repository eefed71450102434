using System.Text;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Formats PostgreSQL array literals, for arrays within <c>unnest</c>'s arrays, which must not be ragged.</summary>
internal static class ArrayLiteral
{
    public static string Of(IReadOnlyList<string> values)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0) text.Append(',');
            text.Append('"').Append(values[i].Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return text.Append('}').ToString();
    }
}
