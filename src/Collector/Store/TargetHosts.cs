using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Which of the hosts in a connection string may be used, by its <c>Target Session Attributes</c>.</summary>
internal static class TargetHosts
{
    /// <summary>The only hosts that can be written to. Without it Npgsql would take the first that answers, which may be a standby.</summary>
    public static TargetSessionAttributes ForWriting(NpgsqlConnectionStringBuilder given) =>
        Parse(given) == TargetSessionAttributes.ReadWrite ? TargetSessionAttributes.ReadWrite : TargetSessionAttributes.Primary;

    /// <summary>As asked for, where reading has a connection string of its own: any host by default, as each of them can be read from.</summary>
    public static TargetSessionAttributes ForReading(NpgsqlConnectionStringBuilder given) => Parse(given) switch
    {
        null => TargetSessionAttributes.Any,
        // Sessions that read are read-only by the collector's own setting: no host would be found.
        TargetSessionAttributes.ReadWrite => TargetSessionAttributes.Primary,
        { } asked => asked,
    };

    /// <summary>False = what is asked for can never be written to.</summary>
    public static bool CanWrite(NpgsqlConnectionStringBuilder given) =>
        Parse(given) is not (TargetSessionAttributes.Standby or TargetSessionAttributes.PreferStandby or TargetSessionAttributes.ReadOnly);

    private static TargetSessionAttributes? Parse(NpgsqlConnectionStringBuilder given) =>
        given.TargetSessionAttributes is { } text
            ? Enum.Parse<TargetSessionAttributes>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
            : null;
}
