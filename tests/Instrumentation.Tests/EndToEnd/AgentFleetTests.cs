using System.Globalization;
using System.Text.RegularExpressions;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.EndToEnd;

public sealed partial class AgentFleetTests
{
    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task Fleet_Played_WhatItSaysItSentIsInTheDatabase(string protocol)
    {
        await using var stack = await Stack.StartAsync();
        var endpoint = protocol == "grpc" ? stack.Collector.Grpc : stack.Collector.Http;
        await using var fleet = SampleProcess.Start(
            "AgentFleet",
            new Dictionary<string, string>(),
            "--seed", "7", "--rate", "1000", "--operations", "2000", "--endpoint", endpoint.AbsoluteUri, "--protocol", protocol);
        var sent = Sent().Match(await fleet.EndAsync());

        Assert.True(sent.Success, string.Join('\n', fleet.Output));
        Assert.Equal(
            (Value("sessions"), Value("operations"), Value("inferences"), Value("input"), Value("output")),
            (
                await stack.CountAsync("tidemark.sessions"),
                await stack.CountAsync("tidemark.operations"),
                await stack.CountAsync("tidemark.operations WHERE kind = 'inference'"),
                await stack.Database.ScalarAsync<long>("SELECT sum(input_tokens)::bigint FROM tidemark.operations"),
                await stack.Database.ScalarAsync<long>("SELECT sum(output_tokens)::bigint FROM tidemark.operations")));
        Assert.Equal(0, await stack.CountAsync("tidemark.operations WHERE session_id IS NULL OR agent IS NULL OR workflow IS NULL"));

        long Value(string what) => long.Parse(sent.Groups[what].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Long enough for sessions to be compacted, which is an operation as well; and no faster than the exporter's queue is emptied on a busy machine.
    /// </summary>
    [Fact]
    public async Task CodingTeam_Played_WhatItSaysItSentIsInTheDatabase()
    {
        await using var stack = await Stack.StartAsync();
        await using var team = SampleProcess.Start(
            "AgentFleet",
            new Dictionary<string, string>(),
            "--agents", "coding-team", "--seed", "7", "--rate", "300", "--operations", "2000", "--endpoint", stack.Collector.Http.AbsoluteUri, "--protocol",
            "http/protobuf");
        var sent = Sent().Match(await team.EndAsync());

        Assert.True(sent.Success, string.Join('\n', team.Output));
        Assert.NotEqual(0, await stack.CountAsync("tidemark.operations WHERE operation = 'compaction'"));
        Assert.Equal(long.Parse(sent.Groups["operations"].Value, CultureInfo.InvariantCulture), await stack.CountAsync("tidemark.operations"));
        Assert.Equal(
            long.Parse(sent.Groups["inferences"].Value, CultureInfo.InvariantCulture),
            await stack.CountAsync("tidemark.operations WHERE kind = 'inference'"));
    }

    [Fact]
    public async Task Fleet_SameSeed_PlaysTheSame()
    {
        Assert.Equal(await PlayAsync(), await PlayAsync());

        static async Task<string> PlayAsync()
        {
            await using var sink = await OtlpSink.StartAsync();
            await using var fleet = SampleProcess.Start(
                "AgentFleet",
                new Dictionary<string, string>(),
                "--seed", "11", "--rate", "5000", "--operations", "500", "--endpoint", sink.Endpoint.AbsoluteUri, "--protocol", "http/protobuf");
            return await fleet.EndAsync();
        }
    }

    [Fact]
    public async Task Fleet_AskedToStop_SendsWhatItHas()
    {
        await using var sink = await OtlpSink.StartAsync();
        await using var fleet = SampleProcess.Start(
            "AgentFleet",
            new Dictionary<string, string>(),
            "--rate", "200", "--endpoint", sink.Endpoint.AbsoluteUri, "--protocol", "http/protobuf");
        await Eventually.TrueAsync(() => sink.Count("/v1/traces", "gen_ai.operation.name") > 0);

        var sent = Sent().Match(await fleet.StopAsync());

        Assert.True(sent.Success);
        Assert.Equal(long.Parse(sent.Groups["inferences"].Value, CultureInfo.InvariantCulture), sink.Count("/v1/traces", "tidemark.context.max"));
    }

    [GeneratedRegex(
        @"^sent sessions=(?<sessions>\d+) operations=(?<operations>\d+) inferences=(?<inferences>\d+) input_tokens=(?<input>\d+) output_tokens=(?<output>\d+)$")]
    private static partial Regex Sent();
}
