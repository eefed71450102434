using Microsoft.Extensions.Logging;
using Tidemark.Collector.Publish.Grafana;

namespace Tidemark.Collector.IntegrationTests.Publish.Grafana;

/// <summary>A log that tests can inspect.</summary>
internal sealed class KeptMessages : ILogger<PushOutlet>
{
    public List<(LogLevel Level, string Text)> Messages { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Messages.Add((logLevel, formatter(state, exception)));
}
