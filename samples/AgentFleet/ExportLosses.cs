using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace Tidemark.Samples.AgentFleet;

/// <summary>Knows what was not delivered, so that the reported counts are true.</summary>
internal sealed class ExportLosses : EventListener
{
    private const int MaxMessages = 10;
    private const int MaxLength = 240;
    private readonly ConcurrentDictionary<string, bool> _troubles = new();
    private readonly DirectoryInfo _waiting = Directory.CreateTempSubdirectory("agentfleet-");
    private long _dropped;

    /// <summary>The exporter's outbox, separate per run, so that no later run sends it.</summary>
    public string WaitingDirectory => _waiting.FullName;

    /// <summary>Errors; empty = everything was delivered. Read it after the pipeline is closed.</summary>
    public IReadOnlyList<string> Describe()
    {
        var waiting = _waiting.EnumerateFiles("*", SearchOption.AllDirectories).Count(static file => file.Extension.Length > 0);
        if (waiting == 0 && Interlocked.Read(ref _dropped) == 0)
            return [];
        return [.. _troubles.Keys, $"agentfleet: {waiting} requests were not delivered, {_dropped} warnings of dropped items"];
    }

    public override void Dispose()
    {
        base.Dispose();
        _waiting.Delete(recursive: true);
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("OpenTelemetry-", StringComparison.Ordinal))
            EnableEvents(eventSource, EventLevel.Warning);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.Contains("Dropped", StringComparison.Ordinal) == true)
            Interlocked.Increment(ref _dropped);
        if (eventData.Level <= EventLevel.Error && _troubles.Count < MaxMessages)
            _troubles.TryAdd($"{eventData.EventSource.Name}: {FirstLine(eventData)}", true);
    }

    private static string FirstLine(EventWrittenEventArgs e)
    {
        var text = string.Format(CultureInfo.InvariantCulture, e.Message ?? e.EventName ?? string.Empty, [.. e.Payload ?? []]).Split('\n')[0];
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }
}
