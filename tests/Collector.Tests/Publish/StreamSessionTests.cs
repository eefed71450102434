using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Stream;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Publish;

public sealed class StreamSessionTests
{
    /// <summary>Others took the last places since the request was admitted.</summary>
    [Fact]
    public async Task Run_NoPlaceLeftForANewSubscriber_GivesItNoPositionToResumeFrom()
    {
        var time = new FakeTime();
        var full = new PublishOptions { Subscribers = 0 };
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new PublishMetrics(services.GetRequiredService<IMeterFactory>(), time);
        var subscribers = new SubscriberSet(full, new StreamWakeUp(), metrics, time, NullLogger<SubscriberSet>.Instance);
        var channel = new LastMessage();

        // The start of the stream would make it receive everything that is kept.
        await new StreamSession(subscribers, replay: null!, full, time).RunAsync(EventFilter.None, from: null, channel, CancellationToken.None);

        Assert.Equal((CutOff.TooMany, null), (channel.Reason, channel.Position));
    }

    private sealed class LastMessage : IStreamChannel
    {
        public CutOff? Reason { get; private set; }

        public StreamPosition? Position { get; private set; } = StreamPosition.Start;

        public Task StartAsync(StreamPosition position, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SendAsync(IReadOnlyList<LiveMessage> messages, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task BeatAsync(StreamPosition position, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task EndAsync(CutOff reason, StreamPosition? position, CancellationToken cancellationToken)
        {
            (Reason, Position) = (reason, position);
            return Task.CompletedTask;
        }
    }
}
