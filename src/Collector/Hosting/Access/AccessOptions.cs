namespace Tidemark.Collector.Hosting.Access;

/// <summary>Who may come in. Stands in the section of Receive, and holds for every listener of the process.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Tidemark:Receive";

    /// <summary>Valid keys; several at once, so that they can be changed without a gap. None = everyone may come in, as source <c>default</c>.</summary>
    public IList<ApiKeyOptions> ApiKeys { get; set; } = [];

    /// <summary>Lets listeners be reached from other machines without authentication.</summary>
    public bool AllowUnauthenticated { get; set; }

    /// <summary>
    /// Host names by which the collector may be called on loopback without keys, by commas; <c>*</c> = any. Addresses, <c>localhost</c> and the machine's name
    /// always may.
    /// </summary>
    public string? Hosts { get; set; }
}
