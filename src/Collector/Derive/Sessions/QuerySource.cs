using System.Text;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>The attribute with which coding agents mark side calls: calls outside the user's own conversation.</summary>
internal static class QuerySource
{
    private static readonly string[] Main = ["main", "sdk", "user", "cli", "repl_main_thread"];

    private static ReadOnlySpan<byte> Key => "\"query_source\":\""u8;

    /// <summary>Whether the attributes (a JSON object) mark the call as a side call.</summary>
    public static bool IsSide(ReadOnlySpan<byte> attributes)
    {
        var start = attributes.IndexOf(Key);
        if (start < 0) return false;
        var value = attributes[(start + Key.Length)..];
        var end = value.IndexOf((byte)'"');
        if (end <= 0) return false;
        var source = Encoding.UTF8.GetString(value[..end]);
        return !Array.Exists(Main, main => source == main || source.StartsWith(main + ":", StringComparison.Ordinal));
    }
}
