namespace Tidemark.Collector.Hosting;

/// <summary>Event ids 7000 to 7999.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(7000, LogLevel.Information, "{Purpose} on {EndPoint}")]
    public static partial void Listening(ILogger logger, string purpose, string endPoint);

    [LoggerMessage(7001, LogLevel.Information, "{Purpose}: disabled")]
    public static partial void ListenerOff(ILogger logger, string purpose);

    [LoggerMessage(7003, LogLevel.Information, "{Section}: files have changed; new connections get the certificate that is valid until {ExpiresAt:u}")]
    public static partial void CertificateRead(ILogger logger, string section, DateTimeOffset expiresAt);

    [LoggerMessage(
        7004, LogLevel.Warning,
        "{Section}: files have changed and cannot be used ({Reason}); the previous certificate remains in use, and the files are read again later")]
    public static partial void CertificateUnusable(ILogger logger, string section, string reason);

    [LoggerMessage(
        7005, LogLevel.Warning,
        "Listener '{Listener}' is full: refused {Count} connection(s) over its limit of {Limit}. Raise its MaxConnections, or have senders reuse connections. "
            + "Reported at most once a minute")]
    public static partial void ListenerFull(ILogger logger, string listener, long count, int limit);

    [LoggerMessage(
        7006, LogLevel.Warning,
        "Stopping took longer than {Limit} (Tidemark:Receive:StopTimeout): ending now. Senders will resend everything that was not acknowledged")]
    public static partial void StopCutShort(ILogger logger, TimeSpan limit);

    [LoggerMessage(7007, LogLevel.Information, "Tidemark:Receive:ApiKeys has changed; {Count} key(s) are valid")]
    public static partial void KeysRead(ILogger logger, int count);

    [LoggerMessage(7008, LogLevel.Warning, "Tidemark:Receive:ApiKeys has changed and cannot be used ({Reason}); the previous keys remain valid")]
    public static partial void KeysUnusable(ILogger logger, string reason);

    [LoggerMessage(7002, LogLevel.Information, "Stopping: new requests are refused, accepted ones are committed")]
    public static partial void Stopping(ILogger logger);
}
