using System.Text;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Coding agents' word for who asked: the user's own conversation, or something beside it.</summary>
internal static class QuerySource
{
    private static readonly string[] Main = ["main", "sdk", "user", "cli", "repl_main_thread"];

    private static ReadOnlySpan<byte> Key => "\"query_source\":\""u8;

    /// <summary>Whether the attributes (a JSON object) say that a call was made beside the conversation.</summary>
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
