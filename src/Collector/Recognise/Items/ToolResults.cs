namespace Tidemark.Collector.Recognise.Items;

/// <summary>Determines from a tool's result whether it succeeded. The result is not kept.</summary>
internal static class ToolResults
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>MCP's result object has <c>"isError": true</c>.</summary>
    public static bool SayError(ReadOnlySpan<byte> result)
    {
        if (result.Length > MaxBytes) result = result[..MaxBytes];
        var start = result.IndexOf("\"isError\""u8);
        if (start < 0) return false;
        var rest = result[(start + "\"isError\""u8.Length)..].TrimStart(" :"u8);
        return rest.StartsWith("true"u8);
    }
}
