using Tidemark.Collector.Recognise.Privacy;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Privacy;

public class UserIdsTests
{
    private const string Key = "0123456789abcdef";

    [Fact]
    public void Recognise_Plain_KeepsIds() => Assert.Equal("u-7", UserOf(new(), "u-7"));

    [Fact]
    public void Recognise_Plain_DropsMailAddresses() => Assert.Null(UserOf(new(), "anna@example.com"));

    [Fact]
    public void Recognise_Drop_DropsAll() => Assert.Null(UserOf(new() { UserId = UserIdMode.Drop }, "u-7"));

    [Fact]
    public void Recognise_Hash_GivesSameHashForSameUserAndKeyOnly()
    {
        var options = new PrivacyOptions { UserId = UserIdMode.Hash, UserIdKey = Key };

        var hash = UserOf(options, "anna@example.com");

        Assert.Matches("^hmac:[0-9a-f]{32}$", hash);
        Assert.Equal(hash, UserOf(options, "anna@example.com"));
        Assert.NotEqual(hash, UserOf(options, "berta@example.com"));
        Assert.NotEqual(hash, UserOf(new() { UserId = UserIdMode.Hash, UserIdKey = Key + "!" }, "anna@example.com"));
    }

    [Theory]
    [InlineData(UserIdMode.Hash, null, false)]
    [InlineData(UserIdMode.Hash, "short", false)]
    [InlineData(UserIdMode.Hash, Key, true)]
    [InlineData(UserIdMode.Plain, null, true)]
    public void Validate_HashWithoutKey_Fails(UserIdMode mode, string? key, bool valid)
    {
        var result = new PrivacyOptionsValidator().Validate(null, new PrivacyOptions { UserId = mode, UserIdKey = key });

        Assert.Equal(valid, result.Succeeded);
        if (!valid) Assert.Contains("Tidemark:UserIdKey", result.FailureMessage, StringComparison.Ordinal);
    }

    private static string? UserOf(PrivacyOptions options, string user)
    {
        var operation = Recognisers.New(privacy: options)
            .Recognise(new Telemetry().Span("chat m", attributes: [("gen_ai.operation.name", "chat"), ("user.id", user)])).Operation!;
        Assert.DoesNotContain(user, Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
        return operation.UserId;
    }
}
