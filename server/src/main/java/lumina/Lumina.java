package lumina;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Lumina {
  public static void main(String[] args) {
    SpringApplication.run(Lumina.class, args);
  }
}
