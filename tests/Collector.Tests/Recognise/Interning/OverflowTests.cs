using System.Globalization;
using System.Text;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Tests.Recognise.Support;

namespace Tidemark.Collector.Tests.Recognise.Interning;

public class OverflowTests
{
    [Fact]
    public void Recognise_MoreModelsThanAllowed_OverflowAndKeepTheirNamesOnTheRow()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16 });

        var models = Enumerable.Range(0, 100).Select(i => Chat(recogniser, $"model-{i}")).ToList();

        Assert.Equal(16, models.Count(operation => operation.Series.Model != Series.Overflow));
        Assert.Equal("model-0", Chat(recogniser, "model-0").Series.Model);
        Assert.Equal("model-99", models[99].RequestModel);
    }

    [Fact]
    public void Recognise_MoreSeriesThanAllowed_ShareOnePerKind()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxSeries = 16 });

        var series = Enumerable.Range(0, 100).Select(i => Chat(recogniser, $"model-{i}").Series).ToList();

        Assert.Equal(17, series.Distinct().Count());
        Assert.Equal((OperationKind.Inference, Series.Overflow), (series[99].Kind, series[99].Service));
        Assert.Same(series[98], series[99]);
    }

    [Fact]
    public void Recognise_MoreErrorTypesThanAllowed_KeepTheirClass()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16 });

        var failures = Enumerable.Range(0, 40).Select(i => recogniser.Recognise(new Telemetry().Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("error.type", $"RateLimit{i}")])).Operation!.Failure!).ToList();

        Assert.Equal(Series.Overflow, failures[39].Type);
        Assert.All(failures, failure => Assert.Equal("rate_limit", failure.Class));
    }

    [Fact]
    public void Get_SameText_GivesSameObjectFromManyThreads()
    {
        var pool = new LabelPool(1000);
        var seen = new Label[8][];

        Parallel.For(0, 8, thread => seen[thread] = [.. Enumerable.Range(0, 1000).Select(i => pool.Get(i.ToString(CultureInfo.InvariantCulture)))]);

        Assert.All(seen, labels => Assert.True(labels.SequenceEqual(seen[0])));
        Assert.Equal(1000, seen[0].Select(label => label.Number).Distinct().Count());
        Assert.Equal(1000, pool.Count);
    }

    [Fact]
    public void Get_LongText_IsCutAtACharacter()
    {
        var label = new LabelPool(16).Get(Encoding.UTF8.GetBytes("x" + new string('é', 200)));

        Assert.Equal("x" + new string('é', 99), label.Text);
    }

    [Fact]
    public void Get_MoreIdsThanPlaces_ForgetsButNeverMixes()
    {
        var cache = new IdCache(16, Id.Of);

        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 1000; i++) Assert.Equal($"s-{i}", cache.Get(Encoding.UTF8.GetBytes($"s-{i}")).Text);
        }
    }

    private static Operation Chat(Recogniser recogniser, string model) => recogniser.Recognise(new Telemetry().Span("chat m", attributes:
        [("gen_ai.operation.name", "chat"), ("gen_ai.request.model", model)])).Operation!;
}
