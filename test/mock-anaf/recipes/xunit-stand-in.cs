// The parts of xUnit that the .NET recipe uses, and a program that runs its tests, because Debian has no xUnit package.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Xunit
{
    public class FactAttribute : Attribute { }

    public static class Assert
    {
        public static void Equal<T>(T expected, T actual)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
                throw new Exception("expected " + expected + ", got " + actual);
        }
    }
}

static class Facts
{
    static int Main()
    {
        var facts = Assembly.GetExecutingAssembly().GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(Xunit.FactAttribute))).ToList();
        var failed = facts.Count(fact => !Holds(fact));
        Console.WriteLine("{0} passed, {1} failed", facts.Count - failed, failed);
        return failed == 0 ? 0 : 1;
    }

    static bool Holds(MethodInfo fact)
    {
        try
        {
            ((Task)fact.Invoke(Activator.CreateInstance(fact.DeclaringType), null)).Wait();
            return true;
        }
        catch (Exception error)
        {
            Console.WriteLine("{0}: {1}", fact.Name, error.GetBaseException().Message);
            return false;
        }
    }
}
