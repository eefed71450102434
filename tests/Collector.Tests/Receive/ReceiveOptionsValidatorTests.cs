using Tidemark.Collector.Receive;

namespace Tidemark.Collector.Tests.Receive;

public sealed class ReceiveOptionsValidatorTests
{
    [Fact]
    public void Validate_Defaults_AreFine() => Assert.True(new ReceiveOptionsValidator().Validate(null, new ReceiveOptions()).Succeeded);

    [Fact]
    public void Validate_ManyFaults_TellsAllOfThem()
    {
        var options = new ReceiveOptions
        {
            Grpc = "4317",
            MaxRequestBytes = 10,
            MaxInFlightBytes = 5,
            MaxConnections = 0,
            MinBytesPerSecond = double.NaN,
            RequestTimeout = TimeSpan.Zero,
        };
        options.Tls.Certificate = "missing.pem";

        var failures = new ReceiveOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Equal(7, failures.Count);
        Assert.All(failures, failure => Assert.StartsWith("Tidemark:Receive:", failure, StringComparison.Ordinal));
    }
}
