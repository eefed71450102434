using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Telemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Telemetry;

/// <summary>Whatever listeners do, the app continues, and their exceptions are reported.</summary>
[Collection(nameof(Alone))]
public sealed class ThrowingListenerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Operation_ListenerThrows_AppGoesOn(bool atStart)
    {
        using var troubles = new Troubles();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TidemarkSource.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _ => Fail(atStart),
            ActivityStopped = _ => Fail(!atStart),
        };
        ActivitySource.AddActivityListener(listener);
        var around = Activity.Current;
        using (var session = new TidemarkClient().StartSession("s"))
        using (var call = session.StartInference("m"))
            call.SetUsage(new TokenUsage(Input: 1));

        Assert.Same(around, Activity.Current);
        Assert.NotEmpty(troubles.Reported);
    }

    [Fact]
    public void Operation_MeterListenerThrows_AppGoesOn()
    {
        using var troubles = new Troubles();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Meter.Name == TidemarkSource.Name)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => Fail(true));
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => Fail(true));
        listener.Start();
        using (var session = new TidemarkClient().StartSession("s"))
        using (var call = session.StartInference("m"))
        {
            call.ChunkReceived();
            session.StartTool("search").Dispose();
        }

        Assert.NotEmpty(troubles.Reported);
    }

    [Fact]
    public void Session_LoggerThrows_AppGoesOn()
    {
        using var troubles = new Troubles();
        using var loggers = LoggerFactory.Create(static logging => logging.AddProvider(new ThrowingLoggers()));
        using (new TidemarkClient(loggers).StartSession("s"))
        {
        }

        Assert.Equal(2, troubles.Reported.Count);
    }

    private static void Fail(bool fails)
    {
        if (fails)
            throw new InvalidOperationException("a listener's own trouble");
    }

    private sealed class Troubles : EventListener
    {
        public List<string> Reported { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Tidemark-Instrumentation")
                EnableEvents(eventSource, EventLevel.Error);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            lock (Reported)
                Reported.Add((string)eventData.Payload![0]!);
        }
    }

    private sealed class ThrowingLoggers : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Fail(true);

        public void Dispose()
        {
        }
    }
}
