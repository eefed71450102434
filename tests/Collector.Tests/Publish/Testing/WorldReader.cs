using System.Globalization;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Tail;

namespace Tidemark.Collector.Tests.Publish.Testing;

/// <summary>A subscriber of the <see cref="EventWorld"/> that is disconnected at any event, and resumes from its last position.</summary>
internal sealed class WorldReader(EventWorld world, Random random)
{
    private readonly BatchFactory _factory = new();
    private StreamPosition? _live;
    private string _token = "";

    /// <summary>Ids of the received events, in order.</summary>
    public List<long> Got { get; } = [];

    /// <summary>Events committed before it connected.</summary>
    public IReadOnlyList<long> Before { get; private set; } = [];

    public bool IsLive => _live is not null;

    public void Come(StreamPosition tail)
    {
        Before = [.. world.Committed.Where(tail.Has).Select(key => key.EventId)];
        _token = tail.ToString();
        _live = tail;
    }

    /// <summary>Receives events from the collector, or loses its connection midway.</summary>
    public void Follow(LiveBatch batch)
    {
        if (_live is null) return;
        Assert.Same(_live, batch.Start);
        _live = batch.End;
        Take(batch);
    }

    public void Cut() => _live = null;

    /// <summary>Reconnects, possibly to another collector, whose tail has another position.</summary>
    public void Resume(StreamPosition tail)
    {
        Assert.True(StreamToken.TryParse(_token, out var token));
        var position = Replay(world.Find(token), null);
        if (position is null || !tail.Includes(position)) return;
        if (Replay(position, tail) is not null) _live = tail;
    }

    private StreamPosition? Replay(StreamPosition position, StreamPosition? upTo)
    {
        while (true)
        {
            var page = world.Read(position, upTo, random.Next(1, 5));
            var batch = _factory.Create(position, page, heldBy: null);
            if (!Take(batch)) return null;
            position = batch.End;
            if (page.IsWhole) return upTo ?? position;
        }
    }

    private bool Take(LiveBatch batch)
    {
        foreach (var one in batch.Events)
        {
            if (random.Next(30) == 0)
            {
                _live = null;
                return false;
            }

            Got.Add(long.Parse(one.Event.SessionId[2..], CultureInfo.InvariantCulture));
            _token = PositionOf(one.Message);
        }

        return true;
    }

    private static string PositionOf(LiveMessage message) => System.Text.Json.JsonDocument.Parse(message.Json).RootElement.GetProperty("position").GetString()!;
}
