namespace Tidemark.Collector.Hosting.Access;

/// <summary>One API key: its source and hash. Only its holder knows the key itself.</summary>
internal sealed class ApiKeyOptions
{
    public const int LongestSource = 64;

    /// <summary>Name of the sender in the ledger. Several keys may share one.</summary>
    public string Source { get; set; } = "";

    /// <summary>Role of the key. Default: send and read.</summary>
    public KeyRole Role { get; set; } = KeyRole.Both;

    /// <summary>SHA-256 of the key's UTF-8 bytes, in hexadecimal: <c>printf %s "$KEY" | sha256sum</c>.</summary>
    public string Sha256 { get; set; } = "";
}
