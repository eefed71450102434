using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Determines which hosts of a connection string are used, by its <c>Target Session Attributes</c>.</summary>
internal static class TargetHosts
{
    /// <summary>Hosts that can be written to. Without it Npgsql would use the first one that answers, which may be a standby.</summary>
    public static TargetSessionAttributes ForWriting(NpgsqlConnectionStringBuilder given) =>
        Parse(given) == TargetSessionAttributes.ReadWrite ? TargetSessionAttributes.ReadWrite : TargetSessionAttributes.Primary;

    /// <summary>As configured, if reading has its own connection string: any host by default, as all of them can be read from.</summary>
    public static TargetSessionAttributes ForReading(NpgsqlConnectionStringBuilder given) => Parse(given) switch
    {
        null => TargetSessionAttributes.Any,
        // Reading sessions are read-only by the collector's own setting: no host would match.
        TargetSessionAttributes.ReadWrite => TargetSessionAttributes.Primary,
        { } asked => asked,
    };

    /// <summary>False if the requested hosts can never be written to.</summary>
    public static bool CanWrite(NpgsqlConnectionStringBuilder given) =>
        Parse(given) is not (TargetSessionAttributes.Standby or TargetSessionAttributes.PreferStandby or TargetSessionAttributes.ReadOnly);

    private static TargetSessionAttributes? Parse(NpgsqlConnectionStringBuilder given) =>
        given.TargetSessionAttributes is { } text
            ? Enum.Parse<TargetSessionAttributes>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
            : null;
}
