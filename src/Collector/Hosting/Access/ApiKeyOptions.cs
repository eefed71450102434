namespace Tidemark.Collector.Hosting.Access;

/// <summary>One key: who has it, and its hash. The key itself is known to its holder only.</summary>
internal sealed class ApiKeyOptions
{
    public const int LongestSource = 64;

    /// <summary>The name under which the ledger counts what comes with this key. Several keys may share one.</summary>
    public string Source { get; set; } = "";

    /// <summary>What its holder may do. Default: send and read.</summary>
    public KeyRole Role { get; set; } = KeyRole.Both;

    /// <summary>SHA-256 of the key's UTF-8 bytes, in hexadecimal: <c>printf %s "$KEY" | sha256sum</c>.</summary>
    public string Sha256 { get; set; } = "";
}
