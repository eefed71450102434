namespace Tidemark.Collector.Hosting.Access;

/// <summary>Authentication settings. They are part of Receive's section and apply to every listener of the process.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Tidemark:Receive";

    /// <summary>Valid keys; several at once allow rotation without a gap. None = no authentication, all requests have the source <c>default</c>.</summary>
    public IList<ApiKeyOptions> ApiKeys { get; set; } = [];

    /// <summary>Allows listeners that other machines can reach without authentication.</summary>
    public bool AllowUnauthenticated { get; set; }

    /// <summary>
    /// Host names accepted on loopback when no keys are set, separated by commas; <c>*</c> = any. Addresses, <c>localhost</c> and the machine's name
    /// are always accepted.
    /// </summary>
    public string? Hosts { get; set; }
}
