using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Tail;
using Tidemark.Collector.Tests.Publish.Testing;

namespace Tidemark.Collector.Tests.Publish;

public sealed class StreamPositionTests
{
    private const int Seeds = 400;
    private const int Steps = 300;

    [Fact]
    public void Readers_AnyOrderOfCommitsAndCuts_GetEachEventOnce()
    {
        for (var seed = 0; seed < Seeds; seed++) Play(seed);
    }

    [Fact]
    public void Token_NothingOpen_IsTheEventsId()
    {
        var position = new StreamPosition(new EventKey(700, 4)).After(new EventKey(705, 9), [706, 707]);

        Assert.Equal("9", position.ToString());
    }

    [Fact]
    public void Token_TransactionsPassedWhileOpen_NamesThem()
    {
        var position = new StreamPosition(new EventKey(700, 4)).After(new EventKey(705, 9), [702, 703, 706]);

        Assert.Equal("9-702-703", position.ToString());
        Assert.Equal("9-702.5-703", position.After(new EventKey(702, 5), [703]).ToString());
        Assert.Equal("9-703", position.After(new EventKey(702, 5), [703]).Settled([703]).ToString());
    }

    /// <summary>Two collectors' tails and some readers, in a world whose transactions commit in any order.</summary>
    private static void Play(int seed)
    {
        var random = new Random(seed);
        var world = new EventWorld();
        var tails = new StreamPosition[] { StreamPosition.Start, StreamPosition.Start };
        var readers = Enumerable.Range(0, 4).Select(_ => new WorldReader(world, random)).ToArray();
        var at = new int[readers.Length];
        var factory = new BatchFactory();
        for (var i = 0; i < readers.Length; i++) readers[i].Come(tails[0]);

        for (var step = 0; step < Steps; step++) Step(random.Next(10));
        while (world.Open.Count > 0) world.Commit(world.Open[0]);
        for (var round = 0; round < 200; round++) Step(9, 8);

        foreach (var reader in readers)
        {
            Assert.True(
                world.Committed.Select(key => key.EventId).Except(reader.Before).Order().SequenceEqual(reader.Got.Order()),
                $"seed {seed}: {string.Join(',', reader.Got)}");
        }

        void Step(params int[] actions)
        {
            foreach (var action in actions) Act(action);
        }

        void Act(int action)
        {
            var open = world.Open.Count == 0 ? 0 : world.Open[random.Next(world.Open.Count)];
            var tail = random.Next(2);
            switch (action)
            {
                case <= 1: world.Begin(); break;
                case <= 4 when open > 0: world.Write(open); break;
                case <= 6 when open > 0: world.Commit(open); break;
                case 7 when open > 0 && random.Next(4) == 0: world.RollBack(open); break;
                case 8:
                    for (var i = 0; i < readers.Length; i++)
                    {
                        if (readers[i].IsLive) continue;
                        at[i] = tail;
                        readers[i].Resume(tails[tail]);
                    }

                    break;
                case 9:
                    var page = world.Read(tails[tail], null, random.Next(1, 6));
                    var held = world.Open.Where(_ => random.Next(3) == 0).Select(one => (ulong?)one).FirstOrDefault();
                    var batch = factory.Create(tails[tail], page, held);
                    for (var i = 0; i < readers.Length; i++)
                    {
                        if (at[i] == tail) readers[i].Follow(batch);
                    }

                    tails[tail] = batch.End;
                    break;
            }
        }
    }
}
